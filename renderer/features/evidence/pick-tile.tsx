import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { collectPicked } from './collect-files';
import { intakeFiles } from './intake';
import { addRejected } from './intake-store';
import type { CaseId } from '#shared/domain/ids';

/** The last tile: says where files can go, and opens the file picker. */
export function PickTile({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onChange = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
    const { files: found, rejected } = collectPicked([...(currentTarget.files ?? [])]);
    // The same file can be picked again later.
    currentTarget.value = '';
    addRejected(rejected);
    void intakeFiles(caseId, found);
  };
  return (
    <div className="evidence-pick">
      <span className="ink-2">
        {t('evidence.dropHere')} <kbd>Ctrl V</kbd>
      </span>
      <span className="evidence-pick-buttons">
        <button type="button" onClick={() => files.current?.click()}>
          {t('evidence.pickFiles')}
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          {t('evidence.pickFolder')}
        </button>
      </span>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('evidence.pickFiles')}
        onChange={onChange}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={t('evidence.pickFolder')}
        onChange={onChange}
        // Not a property of React's: makes the picker choose a folder and everything in it.
        {...{ webkitdirectory: '' }}
      />
    </div>
  );
}
