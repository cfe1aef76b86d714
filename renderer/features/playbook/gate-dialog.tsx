import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { readClosedGates } from '../../data/gate-repository';
import { useLive } from '../../data/use-live';
import { useGate, type GateRequest } from '../../state/gate-store';
import { ReasonDialog } from './reason-dialog';
import { StepSource } from './step-source';
import './playbook.css';

/** The closed gate before an action, from wherever it was started: what is missing, why, and the way past it. */
export function GateDialog() {
  const { request, close } = useGate();
  return request === null ? null : <ClosedGates request={request} onClose={close} />;
}

function ClosedGates({ request, onClose }: { readonly request: GateRequest; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const closed = useLive(() => readClosedGates(request.caseId, request.actions), [request]);
  return (
    <ReasonDialog
      title={t('playbook.gateTitle')}
      action={t('playbook.gateAnyway')}
      onClose={onClose}
      onReason={request.retry}
    >
      {closed?.map(({ gate, missing }) => (
        <section key={gate.id} className="walk-gate">
          <b>{wordsIn(gate.title, i18n.language)}</b>
          <p className="ink-2">{wordsIn(gate.why, i18n.language)}</p>
          <ul>
            {missing.map((need) => (
              <li key={need.id}>{wordsIn(need.words, i18n.language)}</li>
            ))}
          </ul>
          <StepSource rows={gate.rows} />
        </section>
      ))}
      <p className="ink-2">{t('playbook.gateHint')}</p>
    </ReasonDialog>
  );
}
