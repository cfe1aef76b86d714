import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { personName } from '#shared/domain/person';
import { roleOf } from '#shared/knowledge/people-roles';
import { listPeople, nameWaiting } from '../../data/people-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { MaskedText } from '../../ui/masked-text';
import type { Case } from '#shared/domain/case';

/** Who of the contact book a case waits for, with the phone number at hand (R109). */
export function WaitingPerson({ item }: { readonly item: Case }) {
  const { t, i18n } = useTranslation();
  const people = useLive(listPeople, []);
  if (people === undefined || people.length === 0) return null;
  const chosen = people.find(({ id }) => id === item.waitingPerson);
  const change = (id: string): void => {
    nameWaiting(item.id, people.find((one) => one.id === id)?.id ?? null, now()).catch(report);
  };
  const reach = chosen === undefined ? '' : chosen.phone || chosen.wechat;
  return (
    <div className="case-next-person">
      <Select
        aria-label={t('people.waitingFor')}
        value={chosen?.id ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('people.nobody') },
          ...people.map((one) => ({
            value: one.id as string,
            label: `${personName(one)} · ${wordsIn(roleOf(one.role).title, i18n.language)}`,
          })),
        ]}
        onChange={change}
      />
      {reach === '' ? null : (
        <>
          <MaskedText text={reach} />
          <CopyButton
            label={t('common.copy')}
            doneLabel={t('common.copied')}
            copy={() => navigator.clipboard.writeText(reach)}
            onError={report}
          />
        </>
      )}
    </div>
  );
}
