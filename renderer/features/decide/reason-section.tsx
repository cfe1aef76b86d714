import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { claimReasons, type ClaimReason } from '#shared/domain/claim-reason';
import { setFoundReason } from '../../data/decide-repository';
import { setClaimReason } from '../../data/evidence-check-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import type { CaseWalk } from '../../data/case-walk';

/** What the buyer says, and what it turned out to be (R4). */
export function ReasonSection({ walk: { item } }: { readonly walk: CaseWalk }) {
  const { t } = useTranslation();
  const pick = (
    label: string,
    value: ClaimReason | undefined,
    save: (reason: ClaimReason | null) => Promise<void>,
  ) => (
    <Field label={label}>
      {({ id }) => (
        <Select
          id={id}
          value={value ?? ''}
          disabled={item.status === 'closed'}
          options={[
            { value: '' as ClaimReason | '', label: t('decide.notKnown') },
            ...claimReasons.map((one) => ({
              value: one as ClaimReason | '',
              label: t(`domain.claimReason.${one}`),
            })),
          ]}
          onChange={(reason: ClaimReason | '') => {
            save(reason === '' ? null : reason).catch(report);
          }}
        />
      )}
    </Field>
  );
  const differs =
    item.foundReason !== undefined && item.claimReason !== undefined && item.foundReason !== item.claimReason;
  return (
    <section aria-label={t('decide.reasons')}>
      <h3>{t('decide.reasons')}</h3>
      <div className="form-grid">
        {pick(t('decide.stated'), item.claimReason, (reason) => setClaimReason(item.id, reason, now()))}
        {pick(t('decide.found'), item.foundReason, (reason) => setFoundReason(item.id, reason, now()))}
      </div>
      {differs ? <p className="decide-note">{t('decide.differs')}</p> : null}
    </section>
  );
}
