import { useTranslation } from 'react-i18next';
import { personDetails, type Person } from '#shared/domain/person';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { MaskedText } from '../../ui/masked-text';

/** Rows of a card: what is kept of a supplier beyond how to reach them (R125), each with its own copy button. */
export function PersonDetails({ person: { details = {} } }: { readonly person: Person }) {
  const { t } = useTranslation();
  const known = personDetails.flatMap((name) => {
    const text = details[name] ?? '';
    return text === '' ? [] : [{ name, text }];
  });
  return (
    <>
      {known.flatMap(({ name, text }) => [
        <span key={`${name} name`}>{t(`people.column.${name}`)}</span>,
        <span key={name} className="person-detail">
          <MaskedText text={text} />{' '}
          <CopyButton
            label={t('common.copy')}
            doneLabel={t('common.copied')}
            copy={() => navigator.clipboard.writeText(text)}
            onError={report}
          />
        </span>,
      ])}
    </>
  );
}
