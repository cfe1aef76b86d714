import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCases } from '../../data/evidence-case-search';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { CaseSearchDialog } from '../../ui/case-search-dialog';
import { useFocusReturn } from './focus-tile';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** Picks the case that pieces of evidence are to go to. */
export function CasePicker({
  title,
  without,
  onPick,
  onClose,
}: {
  readonly title: string;
  /** The case things already belong to. */
  readonly without: CaseId | null;
  readonly onPick: (item: Case) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  useFocusReturn();
  const found = useLive(async () => {
    const cases = await findCases(text);
    return { text, cases: cases.filter(({ id }) => id !== without) };
  }, [text, without]);
  return (
    <CaseSearchDialog
      title={title}
      hint={t('archive.pickCase')}
      none={t('archive.noCase')}
      text={text}
      found={found}
      onText={setText}
      onTake={(item) => {
        onPick(item).then(onClose, report);
      }}
      onClose={onClose}
    />
  );
}
