import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { AnnotateBar } from './annotate-bar';
import { addMark, markInMiddle, nudge, toolOf, type Tool } from './annotate-marks';
import { AnnotateStage } from './annotate-stage';
import { saveMarked } from './save-derived';
import './annotate.css';
import type { Evidence } from '#shared/domain/evidence';
import type { Mark, Size, Spot } from '../../workers/paint-marks';

const arrows: Readonly<Record<string, Spot | undefined>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Draws on a copy of a picture: arrow, box, text, blurring, cropping. What is drawn survives a crash; the original is
 * never touched. Keys: A B T M C choose, Enter places in the middle, arrows move (with Shift: size), Ctrl Z undoes,
 * Ctrl Enter saves, Esc leaves.
 */
export function Annotator({
  item,
  blob,
  first,
  onLeave,
  onSaved,
}: {
  readonly item: Evidence;
  readonly blob: Blob;
  readonly first: Tool;
  readonly onLeave: () => void;
  readonly onSaved: (copy: Evidence) => void;
}) {
  const { t } = useTranslation();
  const turns = item.turns ?? 0;
  // Turned meanwhile, old marks would lie elsewhere: each way of holding the picture has its own.
  const draft = useDraft<{ marks: readonly Mark[] }>(`marks:${item.id}:${turns}`, { marks: [] }, now, report);
  const [tool, setTool] = useState<Tool>(first);
  const [undone, setUndone] = useState<readonly Mark[]>([]);
  const [picture, setPicture] = useState<Size | null>(null);
  const [textAt, setTextAt] = useState<Spot | null>(null);
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.focus();
  }, []);
  const marks = draft.value?.marks ?? [];

  const change = (next: readonly Mark[]): void => {
    draft.change({ marks: next });
  };
  const add = (mark: Mark): void => {
    setUndone([]);
    change(addMark(marks, mark));
  };
  const undo = (): void => {
    const last = marks.at(-1);
    if (last === undefined) return;
    setUndone([...undone, last]);
    change(marks.slice(0, -1));
  };
  const redo = (): void => {
    const last = undone.at(-1);
    if (last === undefined) return;
    setUndone(undone.slice(0, -1));
    change(addMark(marks, last));
  };
  const save = (): void => {
    if (busy || marks.length === 0) return;
    setBusy(true);
    saveMarked(item, blob, turns, marks)
      .then(async (copy) => {
        await draft.clear();
        tell('annotate.saved', { name: copy.fileName });
        onSaved(copy);
      })
      .catch((error: unknown) => {
        report(error, save);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const place = (): void => {
    if (picture === null) return;
    if (tool === 'text') setTextAt({ x: picture.width / 3, y: picture.height / 3 });
    else add(markInMiddle(tool, picture));
  };
  const move = (by: Spot, grow: boolean): void => {
    const last = marks.at(-1);
    if (last === undefined || picture === null) return;
    const stepSize = Math.max(1, Math.round(Math.max(picture.width, picture.height) / 100));
    change([...marks.slice(0, -1), nudge(last, { x: by.x * stepSize, y: by.y * stepSize }, grow, picture)]);
  };

  const onControl = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    const action = {
      z: event.shiftKey ? redo : undo,
      y: redo,
      enter: save,
    }[key];
    action?.();
    return action !== undefined;
  };
  const onPlain = (event: KeyboardEvent): boolean => {
    const by = arrows[event.key];
    const chosen = toolOf(event.key);
    if (by !== undefined) move(by, event.shiftKey);
    else if (chosen !== undefined) setTool(chosen);
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Delete' || event.key === 'Backspace') undo();
    else if (event.key === 'Enter' && event.target === event.currentTarget) place();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.target instanceof HTMLInputElement || event.altKey) return;
    const done = event.ctrlKey || event.metaKey ? onControl(event) : onPlain(event);
    if (done) event.preventDefault();
  };

  return (
    <div
      ref={root}
      className="annotate"
      role="group"
      aria-label={t('annotate.title')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <AnnotateBar
        tool={tool}
        count={marks.length}
        canRedo={undone.length > 0}
        restored={draft.restored && marks.length > 0}
        busy={busy}
        onTool={(next) => {
          setTool(next);
          root.current?.focus();
        }}
        onUndo={undo}
        onRedo={redo}
        onClear={() => {
          setUndone([]);
          change([]);
        }}
        onSave={save}
        onLeave={onLeave}
      />
      <AnnotateStage
        blob={blob}
        turns={turns}
        tool={tool}
        marks={marks}
        picture={picture}
        textAt={textAt}
        onPicture={setPicture}
        onMark={add}
        onTextAt={setTextAt}
        onFocus={() => root.current?.focus()}
        onRefuse={() => {
          report(new Error('picture does not open'));
          onLeave();
        }}
      />
    </div>
  );
}
