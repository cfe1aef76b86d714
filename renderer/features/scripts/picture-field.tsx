import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scriptPictureLimits, type ScriptPicture } from '#shared/domain/script';
import { readScriptPicture } from '../../data/script-repository';
import { report } from '../../state/toast-store';
import { PictureChip } from '../../ui/picture-chips';
import { checkPictures, type CheckedPictures } from './check-pictures';
import type { Sha256 } from '#shared/domain/ids';

/** The pictures of a message that is being written, and the bytes of those that are new. */
export type Pictures = {
  readonly list: readonly ScriptPicture[];
  readonly bytes: ReadonlyMap<Sha256, Blob>;
};

/** What a form that takes pictures listens to: dropped and pasted ones are the message's, not evidence. */
export function usePictureIntake(pictures: Pictures, onChange: (pictures: Pictures) => void) {
  const [problems, setProblems] = useState<CheckedPictures['problems']>([]);
  const take = (files: readonly File[]): void => {
    checkPictures(files, pictures.list).then((found) => {
      setProblems(found.problems);
      onChange({ list: found.pictures, bytes: new Map([...pictures.bytes, ...found.bytes]) });
    }, report);
  };
  const over = (event: React.DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    problems,
    take,
    area: {
      'data-takes-files': true,
      onDragEnter: (event: React.DragEvent) => {
        // Goes on to the window, which then takes its own words away.
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      },
      onDragOver: over,
      onDrop: (event: React.DragEvent) => {
        over(event);
        if (event.dataTransfer.files.length > 0) take([...event.dataTransfer.files]);
      },
      onPaste: (event: React.ClipboardEvent) => {
        const files = [...event.clipboardData.files];
        // A copied table carries its text and a picture of it; in a field the text is meant.
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        event.stopPropagation();
        take(files);
      },
    },
  };
}

/** Numbered chips of a message's pictures, with a way to add and to take away. */
export function PictureField({
  pictures,
  problems,
  onTake,
  onChange,
}: {
  readonly pictures: Pictures;
  readonly problems: CheckedPictures['problems'];
  readonly onTake: (files: readonly File[]) => void;
  readonly onChange: (pictures: Pictures) => void;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="field wide">
      <span className="ink-2">{t('scripts.picture.label')}</span>
      <div className="picture-chips">
        {pictures.list.map((picture, order) => (
          <NewChip
            key={picture.sha256}
            number={order + 1}
            picture={picture}
            fresh={pictures.bytes.get(picture.sha256)}
            onRemove={() => {
              onChange({ ...pictures, list: pictures.list.filter((one) => one !== picture) });
            }}
          />
        ))}
        <input
          ref={picker}
          hidden
          multiple
          type="file"
          accept="image/*"
          aria-label={t('scripts.picture.add')}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) onTake(files);
          }}
        />
        {pictures.list.length < scriptPictureLimits.count ? (
          <button type="button" className="btn small" onClick={() => picker.current?.click()}>
            {t('scripts.picture.add')}
          </button>
        ) : null}
      </div>
      <span className="ink-3">{t('scripts.picture.hint')}</span>
      {problems.map(({ name, problem }, order) => (
        <span key={`${order}${name}`} className="problem" role="alert">
          {t('scripts.picture.refused', { name, why: t(reasonKey(problem)) })}
        </span>
      ))}
    </div>
  );
}

const own: ReadonlySet<string> = new Set(['notPicture', 'tooLarge', 'tooMany']);
const reasonKey = (problem: string): string =>
  own.has(problem) ? `scripts.picture.problem.${problem}` : `reject.${problem}`;

function NewChip({
  number,
  picture,
  fresh,
  onRemove,
}: {
  readonly number: number;
  readonly picture: ScriptPicture;
  readonly fresh: Blob | undefined;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const load = useCallback(async () => fresh ?? (await readScriptPicture(picture)), [fresh, picture]);
  return (
    <PictureChip number={number} name={picture.name} load={load}>
      <button
        type="button"
        className="btn small plain"
        aria-label={t('scripts.picture.remove', { name: picture.name })}
        onClick={onRemove}
      >
        ×
      </button>
    </PictureChip>
  );
}
