import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '#shared/errors';
import type { LockSecret } from '#shared/ipc/contract';
import { SecretField } from './secret-field';

type State = {
  readonly secret: LockSecret;
  readonly set: (secret: LockSecret) => void;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Does it with what was typed; a wrong one is said under the field. */
  readonly run: (work: (secret: LockSecret) => Promise<unknown>) => void;
};

/** What was typed to prove that it is the seller. */
export function useOldSecret(): State {
  const [secret, setSecret] = useState<LockSecret>({ kind: 'passphrase', text: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  return {
    secret,
    busy,
    error,
    set: (next) => {
      setSecret(next);
      setError(null);
    },
    run: (work) => {
      if (busy || secret.text === '') return;
      setBusy(true);
      work(secret)
        .catch((failure: unknown) => {
          setError(toAppError(failure));
        })
        .finally(() => {
          setBusy(false);
        });
    },
  };
}

/** The field for it, and the way over to the recovery code. */
export function OldSecret({ state: { secret, set, error } }: { readonly state: State }) {
  const { t } = useTranslation();
  const other = secret.kind === 'passphrase' ? 'recovery' : 'passphrase';
  return (
    <>
      <SecretField
        autoFocus
        label={t(`lock.old.${secret.kind}`)}
        problem={error === null ? undefined : t(`error.${error.code}`, { ...error.detail })}
        value={secret.text}
        onChange={(text) => {
          set({ ...secret, text });
        }}
      />
      <button
        type="button"
        className="btn plain small"
        onClick={() => {
          set({ kind: other, text: '' });
        }}
      >
        {t(other === 'recovery' ? 'lock.useRecovery' : 'lock.usePassphrase')}
      </button>
    </>
  );
}
