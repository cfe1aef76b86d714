import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { isoDay } from '#shared/domain/shanghai-time';
import { listWinBack, setWinBack, type WinBackLine } from '../../data/win-back-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { countdownWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { PlatformMark } from '../../ui/platform-mark';
import { caseTypeWords } from '../../text/case-type-words';
import type { WinBack } from '#shared/domain/case';

const shownMax = 100;

/** Buyers to ask or offer again after a settled case (R169): due ones first, then what came of it. */
export function WinBackTab({ present }: { readonly present: number }) {
  const { t } = useTranslation();
  const lines = useLive(() => listWinBack(present), [present]);
  if (lines === undefined) return null;
  const { open, done } = lines;
  const back = done.filter(({ item }) => item.winBack?.state === 'cameBack').length;
  return (
    <div className="people-scroll">
      {open.length === 0 && done.length === 0 ? (
        <div className="empty">
          <h2>{t('people.winBackEmpty')}</h2>
          <p>{t('people.winBackWhy')}</p>
        </div>
      ) : (
        <p className="ink-3">{t('people.winBackWhy')}</p>
      )}
      {open.length === 0 ? null : (
        <ul className="card win-back" aria-label={t('people.winBackOpen')}>
          {open.slice(0, shownMax).map((line) => (
            <OpenLine key={line.item.id} line={line} present={present} />
          ))}
        </ul>
      )}
      {done.length === 0 ? null : (
        <>
          <h2 className="people-done">
            {t('people.winBackDone')}{' '}
            <span className="ink-3">{t('people.winBackBack', { count: back, total: done.length })}</span>
          </h2>
          <ul className="card win-back" aria-label={t('people.winBackDone')}>
            {done.slice(0, shownMax).map((line) => (
              <DoneLine key={line.item.id} line={line} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Who({ line: { item, rule } }: { readonly line: WinBackLine }) {
  const { t, i18n } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  return (
    <>
      <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
      <bdi className="bold ellipsis" title={item.buyerId}>
        {item.buyerId}
      </bdi>
      <span className="win-back-what">
        <span>{wordsIn(rule.todo, i18n.language)}</span>
        <span className="ink-3">
          {wordsIn(rule.title, i18n.language)} · {caseTypeWords(t, item)} ·{' '}
          <button
            type="button"
            className="wrong-link mono"
            onClick={() => {
              openCase(item.id);
            }}
          >
            {item.caseNo}
          </button>
        </span>
      </span>
    </>
  );
}

function OpenLine({ line, present }: { readonly line: WinBackLine; readonly present: number }) {
  const { t } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const [note, setNote] = useState('');
  const { item, rule, dueAt } = line;
  const tick = (state: WinBack['state']): void => {
    setWinBack(item.id, state, note, now()).catch(report);
  };
  return (
    <li data-win-back={item.id}>
      <Who line={line} />
      {dueAt <= present ? (
        <span className="chip soon">{t('people.dueNow')}</span>
      ) : (
        <CountdownChip {...countdownWords(t, dueAt, present)} />
      )}
      <Input
        size="small"
        aria-label={t('people.winBackNote', { buyer: item.buyerId })}
        placeholder={t('people.winBackNoteHint')}
        maxLength={200}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <span className="win-back-acts">
        {rule.script === undefined ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              showOverlay({ kind: 'scripts', caseId: item.id, scriptId: rule.script ?? null });
            }}
          >
            {t('cases.scripts')}
          </button>
        )}
        {(['asked', 'offered', 'dropped'] as const).map((state) => (
          <button
            key={state}
            type="button"
            className={state === 'dropped' ? 'btn small plain' : 'btn small'}
            onClick={() => {
              tick(state);
            }}
          >
            {t(`people.winBackDo.${state}`)}
          </button>
        ))}
      </span>
    </li>
  );
}

function DoneLine({ line }: { readonly line: WinBackLine }) {
  const { t } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const { item, cameBackWith } = line;
  const { winBack } = item;
  if (winBack === undefined) return null;
  const set = (state: WinBack['state'] | null): void => {
    setWinBack(item.id, state, winBack.note, now()).catch(report);
  };
  return (
    <li>
      <Who line={line} />
      <span className={winBack.state === 'cameBack' ? 'chip ok' : 'chip wait'}>
        {t(`people.winBackState.${winBack.state}`)}
      </span>
      <span className="ink-3 ellipsis" title={winBack.note}>
        {isoDay(winBack.at)} {winBack.note}
      </span>
      <span className="win-back-acts">
        {cameBackWith === null || winBack.state === 'cameBack' ? null : (
          <button
            type="button"
            className="btn small plain"
            onClick={() => {
              openCase(cameBackWith.id);
            }}
          >
            {t('people.newCaseSince', { caseNo: cameBackWith.caseNo })}
          </button>
        )}
        {winBack.state === 'cameBack' ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              set('cameBack');
            }}
          >
            {t('people.winBackDo.cameBack')}
          </button>
        )}
        <button
          type="button"
          className="btn small plain"
          onClick={() => {
            set(null);
          }}
        >
          {t('people.winBackUndo')}
        </button>
      </span>
    </li>
  );
}
