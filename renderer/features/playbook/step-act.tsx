import { assertNever } from '#shared/assert-never';
import { ActContact } from './act-contact';
import { ActDecision } from './act-decision';
import { ActEvidence } from './act-evidence';
import { ActExtend } from './act-extend';
import { ActFields } from './act-fields';
import { ActInspect } from './act-inspect';
import { ActMacro } from './act-macro';
import { ActOpen } from './act-open';
import { ActRefund } from './act-refund';
import { ActScript } from './act-script';
import { ActTime } from './act-time';
import type { ActProps } from './walk-actions';

/** The controls of a step, by its kind. */
export function StepAct(props: ActProps) {
  const { kind } = props.view.step;
  switch (kind) {
    case 'evidence':
      return <ActEvidence {...props} />;
    case 'decision':
      return <ActDecision {...props} />;
    case 'extendTrade':
      return <ActExtend {...props} />;
    case 'contact':
      return <ActContact {...props} />;
    case 'inspect':
      return <ActInspect {...props} />;
    case 'refund':
      return <ActRefund {...props} />;
    case 'script':
      return <ActScript {...props} />;
    case 'deadline':
      return <ActTime {...props} />;
    case 'memo':
      return <ActMemo {...props} />;
    case 'slip':
    case 'sendReturnInfo':
    case 'register':
      return <ActOpen {...props} kind={kind} />;
    case 'note':
    case 'claim':
      return <ActFields {...props} />;
    default:
      return assertNever(kind);
  }
}

/** A memo, where its step has one with a macro that does the rest as well. */
function ActMemo(props: ActProps) {
  const { macro } = props.view.step;
  return (
    <>
      {macro === undefined ? null : <ActMacro {...props} macro={macro} />}
      <ActOpen {...props} kind="memo" quiet={macro !== undefined} />
    </>
  );
}
