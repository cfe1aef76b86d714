import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError, type AppError } from '#shared/errors';
import type { RebuildReport, StoreAnswer } from '#shared/vault/exchange';
import type { KeptReport } from '#shared/vault/kept';
import { rebuild, type RebuildProgress } from '../../data/rebuild';
import { ask } from '../../platform/desktop';
import { MissingTable } from './missing-table';
import { RescueChoice } from './rescue-choice';
import { RescueReport } from './rescue-report';
import './rescue.css';

export type Rescue = Extract<StoreAnswer, { mode: 'rescue' }>;

type Step =
  | { readonly name: 'choice'; readonly error: AppError | null }
  | { readonly name: 'running'; readonly progress: RebuildProgress | null }
  | { readonly name: 'done'; readonly report: RebuildReport };

/**
 * Shown instead of the app when the database is empty, older or damaged although there was a shop (never a first
 * run): what is missing, the way back from the vault, and afterwards what came back and what did not.
 */
export function RescueScreen({
  rescue,
  takeKept,
}: {
  readonly rescue: Rescue;
  /** Brings files that only the kept copy of the lost database has into the inbox. */
  readonly takeKept: () => Promise<KeptReport>;
}) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ name: 'choice', error: null });

  const failed = (error: unknown): void => {
    console.error(error);
    setStep({ name: 'choice', error: toAppError(error) });
  };
  const start = (anyShop: boolean): void => {
    setStep({ name: 'running', progress: null });
    const onProgress = (progress: RebuildProgress): void => {
      setStep({ name: 'running', progress });
    };
    rebuild(rescue.expected, onProgress, anyShop, takeKept).then((report) => {
      setStep({ name: 'done', report });
    }, failed);
  };
  const chooseFolder = (): void => {
    ask('chooseVaultFolder').then((status) => {
      if (status !== null) location.reload();
    }, failed);
  };
  const goOn = (): void => {
    ask('startEmpty').then(() => {
      location.reload();
    }, failed);
  };

  return (
    <main className="rescue">
      <div className="rescue-page card">
        <header className="rescue-head">
          <div className="seal" aria-hidden="true">
            留
          </div>
          <h1>{t(step.name === 'done' ? 'rescue.doneTitle' : `rescue.title.${rescue.reason}`)}</h1>
        </header>
        {step.name === 'done' ? (
          <RescueReport report={step.report} />
        ) : (
          <>
            <p>{t(`rescue.what.${rescue.reason}`)}</p>
            <p className="ink-2">{t(rescue.keptAside ? 'rescue.keptAside' : 'rescue.untouched')}</p>
            <MissingTable rescue={rescue} />
            {step.name === 'running' ? (
              <Running progress={step.progress} />
            ) : (
              <RescueChoice
                rescue={rescue}
                error={step.error}
                onRebuild={start}
                onChooseFolder={chooseFolder}
                onGoOn={goOn}
              />
            )}
          </>
        )}
      </div>
    </main>
  );
}

function Running({ progress }: { readonly progress: RebuildProgress | null }) {
  const { t } = useTranslation();
  const phase = progress?.phase ?? 'reading';
  return (
    <div className="rescue-running" role="status">
      <span>{t(`rescue.phase.${phase}`, { done: progress?.done ?? 0, total: progress?.total ?? 0 })}</span>
      <progress
        aria-label={t('rescue.progress')}
        max={progress === null || progress.total === 0 ? undefined : progress.total}
        value={progress === null || progress.total === 0 ? undefined : progress.done}
      />
      <span className="ink-2">{t('rescue.mayClose')}</span>
    </div>
  );
}
