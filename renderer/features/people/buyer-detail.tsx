import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { clockWords, readClock } from '#shared/domain/quiet-hours';
import { isoDay } from '#shared/domain/shanghai-time';
import { writeBuyerHour } from '../../data/buyer-hour-repository';
import { countFirstByHand, readBuyerHistory, type BuyerHistory } from '../../data/buyer-list';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { WarningIcon } from '../../ui/icons';
import { BuyerGifts } from './buyer-gifts';
import { BuyerForm } from './buyer-form';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';
import type { Platform } from '#shared/domain/platform';

/** Everything known of one buyer: caution, hour, first-time favours, content, every case. */
export function BuyerDetail({
  platform,
  buyerId,
}: {
  readonly platform: Platform;
  readonly buyerId: string;
}) {
  const { t, i18n } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const [editing, setEditing] = useState(false);
  const history = useLive(() => readBuyerHistory(platform, buyerId), [platform, buyerId]);
  if (history === undefined) return null;
  const { profile, cases, elsewhere, firsts } = history;
  const caution = profile?.caution ?? 'none';
  return (
    <aside className="people-card card" aria-label={buyerId}>
      <h2>
        <bdi>{buyerId}</bdi>
        <span className="ink-3">{t(`domain.platform.${platform}`)}</span>
        <button
          type="button"
          className="btn small plain"
          onClick={() => {
            setEditing(!editing);
          }}
        >
          {t('cases.buyer.edit')}
        </button>
      </h2>
      {caution === 'none' ? null : (
        <p className={`buyer-caution ${caution}`} role="note">
          <WarningIcon />
          <span>
            <b>{t(`cases.buyer.caution.${caution}`)}</b> · {profile?.reason}
          </span>
        </p>
      )}
      {(profile?.note ?? '') === '' ? null : <p className="context-note">{profile?.note}</p>}
      {editing ? (
        <BuyerForm
          item={{ platform, buyerId }}
          profile={profile}
          onDone={() => {
            setEditing(false);
          }}
        />
      ) : null}
      <div className="key-values">
        <span>{t('people.asked')}</span>
        <span>{t('people.askedTimes', { count: history.asked })}</span>
        <span>{t('people.satisfaction')}</span>
        <span>
          {history.satisfaction === null
            ? t('people.neverAsked')
            : t('people.stars', { stars: history.satisfaction.toFixed(1) })}
        </span>
        <span>{t('people.hour')}</span>
        <Hour key={history.hour ?? 'none'} history={history} />
      </div>
      <h3>{t('people.firsts')}</h3>
      <ul className="people-firsts">
        {firsts.map(({ first, count, caseNos }) => (
          <li key={first.id}>
            <span>{wordsIn(first.title, i18n.language)}</span>
            <b>{t('people.times', { count })}</b>
            <span className="ink-3 mono ellipsis">{caseNos.join(' ')}</span>
            <button
              type="button"
              className="btn small plain"
              aria-label={t('people.oneMore', { what: wordsIn(first.title, i18n.language) })}
              onClick={() => {
                countFirstByHand(platform, buyerId, first.id, 1, now()).catch(report);
              }}
            >
              +1
            </button>
            <button
              type="button"
              className="btn small plain"
              aria-label={t('people.oneLess', { what: wordsIn(first.title, i18n.language) })}
              disabled={(profile?.firsts?.[first.id] ?? 0) === 0}
              onClick={() => {
                countFirstByHand(platform, buyerId, first.id, -1, now()).catch(report);
              }}
            >
              −1
            </button>
          </li>
        ))}
      </ul>
      <BuyerGifts platform={platform} buyerId={buyerId} newest={cases[0]} />
      <h3>
        {t('people.cases')} <span className="ink-3">{cases.length}</span>
      </h3>
      <CaseLines items={cases} onOpen={openCase} />
      {elsewhere.length === 0 ? null : (
        <>
          <h3>{t('cases.buyer.elsewhere')}</h3>
          <CaseLines items={elsewhere} onOpen={openCase} withPlatform />
        </>
      )}
    </aside>
  );
}

const shownCases = 50;

function CaseLines({
  items,
  onOpen,
  withPlatform = false,
}: {
  readonly items: readonly Case[];
  readonly onOpen: (id: Case['id']) => void;
  readonly withPlatform?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul className="people-tries">
      {items.slice(0, shownCases).map((one) => (
        <li key={one.id}>
          <button
            type="button"
            onClick={() => {
              onOpen(one.id);
            }}
          >
            <span className="mono">{one.caseNo}</span>{' '}
            {withPlatform ? `${t(`domain.platform.${one.platform}`)} · ` : ''}
            {caseTypeWords(t, one)}{' '}
            <span className="ink-3">
              {isoDay(one.createdAt)} · {t(`domain.status.${one.status}`)}
              {one.closing === undefined ? '' : ` · ${t(`domain.outcome.${one.closing.outcome}`)}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** When the buyer is usually online (R165); saved with Enter or on leaving the field. */
function Hour({ history: { platform, buyerId, hour } }: { readonly history: BuyerHistory }) {
  const { t } = useTranslation();
  const [text, setText] = useState(hour === null ? '' : clockWords(hour));
  const minute = readClock(text);
  const wrong = text.trim() !== '' && minute === null;
  const save = (): void => {
    if (minute === null || minute === hour) return;
    writeBuyerHour(platform, buyerId, minute).catch(report);
  };
  return (
    <Input
      size="small"
      className="people-hour"
      aria-label={t('people.hour')}
      placeholder={t('people.hourUnknown')}
      status={wrong ? 'error' : ''}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) save();
      }}
    />
  );
}
