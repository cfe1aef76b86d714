import { InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limitBounds, limitNames, type LimitName, type PackFormat } from '#shared/knowledge/pack-formats';
import { saveOwnLimits } from '../../data/pack-repository';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';

/** What the place takes, where that is known from, and the seller's own numbers. */
export function PackLimits({ format }: { readonly format: PackFormat }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { id, limits, checked } = format;
  const guessed = limitNames.filter((name) => limits[name].trust === 'guess');
  const own = limitNames.some((name) => limits[name].trust === 'own');
  const save = (name: LimitName, value: number | null): void => {
    if (value === null) return;
    const kept = Object.fromEntries(
      limitNames.flatMap((one) => (limits[one].trust === 'own' ? [[one, limits[one].value]] : [])),
    );
    saveOwnLimits(id, { ...kept, [name]: value }).catch(report);
  };
  return (
    <section className="pack-limits" aria-label={t('pack.limits')}>
      <div className="pack-limits-line">
        <span>
          {t('pack.limitsLine', {
            pictures: limits.pictures.value,
            pictureMb: limits.pictureMb.value,
            textLength: limits.textLength.value,
          })}
        </span>
        <button
          type="button"
          className="btn small plain"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t('pack.limitsEdit')}
        </button>
      </div>
      {guessed.length === 0 ? null : <p className="pack-guess">{t('pack.guessed')}</p>}
      {open ? (
        <>
          <div className="pack-limit-fields">
            {limitNames.map((name) => (
              <Field
                key={`${id} ${name}`}
                label={t(`pack.limit.${name}`)}
                hint={t(`pack.trust.${limits[name].trust}`)}
              >
                {({ id: field, describedBy }) => (
                  <InputNumber
                    id={field}
                    aria-describedby={describedBy}
                    size="small"
                    min={limitBounds[name][0]}
                    max={limitBounds[name][1]}
                    value={limits[name].value}
                    onChange={(value) => {
                      save(name, value);
                    }}
                  />
                )}
              </Field>
            ))}
          </div>
          <ul className="ink-3 pack-sources">
            {[...new Set(limitNames.map((name) => limits[name].source))]
              .filter((source) => source !== '')
              .map((source) => (
                <li key={source}>{source}</li>
              ))}
            <li>{t('pack.checked', { day: checked })}</li>
          </ul>
          {own ? (
            <button
              type="button"
              className="btn small"
              onClick={() => {
                saveOwnLimits(id, null).catch(report);
              }}
            >
              {t('pack.limitsReset')}
            </button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
