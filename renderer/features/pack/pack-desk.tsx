import { Checkbox, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayStamp } from '#shared/domain/shanghai-time';
import { maskText } from '#shared/domain/mask';
import { packPurposes } from '#shared/domain/pack';
import { provesForUs } from '#shared/domain/pack-weighing';
import { textLength } from '#shared/domain/pack-text';
import { now } from '../../platform/clock';
import { Field } from '../../ui/field';
import { planPieces, type PackDraft } from './pack-draft';
import { PackItems } from './pack-items';
import { PackLimits } from './pack-limits';
import { PackMissing } from './pack-missing';
import { PackOutput } from './pack-output';
import { placeOf, type PackSource } from './pack-source';
import { defaultCaption, draftText, type PackFacts } from './pack-words';
import type { PackSpec } from './make-pack';

type Props = {
  readonly source: PackSource;
  readonly draft: PackDraft;
  readonly onChange: (part: Partial<PackDraft>) => void;
};

/** Where it goes and what is in it on the left, what is written and how it leaves on the right. */
export function PackDesk({ source, draft, onChange }: Props) {
  const { t, i18n } = useTranslation();
  // Whoever decides reads Chinese, whatever the language of this screen.
  const language = draft.language ?? 'zh-CN';
  const tp = useMemo(() => i18n.getFixedT(language), [i18n, language]);
  const { purpose, format } = placeOf(source, draft.purpose);
  const { limits } = format;
  const ask = draft.ask ?? tp(`pack.ask.${purpose}`);
  const waybills = draft.waybills ?? source.waybills.join(' ');
  const withWeighing = source.weighing !== undefined && (draft.weighing ?? provesForUs(source.weighing));
  const facts = useMemo(
    (): PackFacts => ({
      item: source.item,
      events: source.events,
      purpose,
      waybills,
      ask,
      masked: draft.masked,
      weighing: withWeighing ? source.weighing : undefined,
    }),
    [source, purpose, waybills, ask, draft.masked, withWeighing],
  );
  const pieces = useMemo(
    () =>
      planPieces(source.evidence, draft, {
        pictures: limits.pictures.value,
        videos: limits.videos.value,
        videoBytes: limits.videoMb.value * 1024 * 1024,
      }).map((piece) => ({
        piece,
        caption: draft.captions[piece.item.id] ?? defaultCaption(tp, language, piece.item),
      })),
    [source.evidence, draft, limits, tp, language],
  );
  const text = draft.text ?? draftText(tp, language, facts, pieces, limits.textLength.value);
  const length = textLength(text);
  const tooLong = length > limits.textLength.value;
  const spec: Omit<PackSpec, 'now'> = {
    facts,
    format,
    pieces,
    // What the seller typed may hold a number too.
    text: draft.masked ? maskText(text) : text,
    language,
    clean: draft.clean === true,
    originals: draft.originals === true,
    folderName: `${tp('pack.fileWord')}_${source.item.caseNo}_${tp(`pack.purpose.${purpose}`)}_${dayStamp(now())}`,
  };
  return (
    <div className="pack-desk">
      <div className="pack-side">
        <Field label={t('pack.purposeLabel')}>
          {({ id }) => (
            <Select
              id={id}
              value={purpose}
              options={packPurposes.map((one) => ({
                value: one,
                label: t(`pack.purposeLong.${one}`, {
                  platform: t(`domain.platform.${source.item.platform}`),
                }),
              }))}
              onChange={(next) => {
                // The ask and the text belong to the purpose, unless the seller wrote them.
                onChange({ purpose: next });
              }}
            />
          )}
        </Field>
        <PackLimits format={format} />
        <PackMissing missing={source.missing} language={i18n.language} />
        <PackItems pieces={pieces} draft={draft} limits={limits} onChange={onChange} />
      </div>
      <div className="pack-side">
        <Field label={t('pack.askLabel')}>
          {({ id }) => (
            <Input
              id={id}
              maxLength={500}
              value={ask}
              onChange={(event) => {
                onChange({ ask: event.target.value });
              }}
            />
          )}
        </Field>
        <Field label={t('pack.waybillsLabel')} hint={t('pack.waybillsHint')}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={500}
              value={waybills}
              onChange={(event) => {
                onChange({ waybills: event.target.value });
              }}
            />
          )}
        </Field>
        <Field
          label={t('pack.textLabel')}
          problem={tooLong ? t('pack.textTooLong', { over: length - limits.textLength.value }) : undefined}
        >
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area pack-text"
              value={text}
              onChange={(event) => {
                onChange({ text: event.target.value });
              }}
            />
          )}
        </Field>
        <div className="pack-counter">
          <span className={tooLong ? 'chip late' : 'chip ok'}>
            {t('pack.counter', { length, limit: limits.textLength.value })}
          </span>
          <span className="grow" />
          {draft.text === null ? (
            <span className="ink-3">{t('pack.drafted')}</span>
          ) : (
            <button
              type="button"
              className="btn small plain"
              onClick={() => {
                onChange({ text: null, ask: null });
              }}
            >
              {t('pack.draftAgain')}
            </button>
          )}
        </div>
        <Field label={t('pack.language')}>
          {({ id }) => (
            <Select
              id={id}
              value={language}
              options={[
                { value: 'zh-CN', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(next) => {
                onChange({ language: next });
              }}
            />
          )}
        </Field>
        {source.weighing === undefined ? null : (
          <Checkbox
            checked={withWeighing}
            onChange={(event) => {
              onChange({ weighing: event.target.checked });
            }}
          >
            {t('pack.withWeighing')}
          </Checkbox>
        )}
        <Checkbox
          checked={draft.masked}
          onChange={(event) => {
            onChange({ masked: event.target.checked });
          }}
        >
          {t('pack.masked')}
        </Checkbox>
        <p className="ink-3 pack-note">{t(draft.masked ? 'pack.maskedNote' : 'pack.openNote')}</p>
        <Checkbox
          checked={draft.clean === true}
          onChange={(event) => {
            onChange({ clean: event.target.checked });
          }}
        >
          {t('pack.clean')}
        </Checkbox>
        {draft.clean === true ? (
          <>
            <Checkbox
              checked={draft.originals === true}
              onChange={(event) => {
                onChange({ originals: event.target.checked });
              }}
            >
              {t('pack.originals')}
            </Checkbox>
            <p className="ink-3 pack-note">
              {t(draft.originals === true ? 'pack.originalsNote' : 'pack.cleanNote')}
            </p>
          </>
        ) : null}
        <PackOutput words={tp} spec={spec} tooLong={tooLong} />
      </div>
    </div>
  );
}
