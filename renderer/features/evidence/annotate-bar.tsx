import { useTranslation } from 'react-i18next';
import { tools, type Tool } from './annotate-marks';

/** The tools with their keys, undo, and saving as a copy. */
export function AnnotateBar({
  tool,
  count,
  canRedo,
  restored,
  busy,
  onTool,
  onUndo,
  onRedo,
  onClear,
  onSave,
  onLeave,
}: {
  readonly tool: Tool;
  readonly count: number;
  readonly canRedo: boolean;
  /** True when marks of an earlier time are shown. */
  readonly restored: boolean;
  readonly busy: boolean;
  readonly onTool: (tool: Tool) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onClear: () => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="annotate-bar" role="toolbar" aria-label={t('annotate.tools')}>
      {tools.map(({ kind, key }) => (
        <button
          key={kind}
          type="button"
          className={tool === kind ? 'btn small annotate-on' : 'btn small'}
          aria-pressed={tool === kind}
          title={t(`annotate.hint.${kind}`)}
          onClick={() => {
            onTool(kind);
          }}
        >
          {t(`annotate.tool.${kind}`)} <kbd>{key}</kbd>
        </button>
      ))}
      <span className="annotate-gap" />
      <button type="button" className="btn small" disabled={count === 0} onClick={onUndo}>
        {t('annotate.undo')} <kbd>Ctrl Z</kbd>
      </button>
      <button type="button" className="btn small" disabled={!canRedo} onClick={onRedo}>
        {t('annotate.redo')} <kbd>Ctrl Y</kbd>
      </button>
      <button type="button" className="btn small" disabled={count === 0} onClick={onClear}>
        {t('annotate.clear')}
      </button>
      <span className="ink-2 ellipsis annotate-hint" role="status">
        {t(restored ? 'annotate.restored' : `annotate.hint.${tool}`)}
      </span>
      <span className="grow" />
      <button type="button" className="btn small" onClick={onLeave}>
        {t('annotate.leave')} <kbd>Esc</kbd>
      </button>
      <button type="button" className="btn small primary" disabled={busy || count === 0} onClick={onSave}>
        {t(busy ? 'annotate.saving' : 'annotate.save')} <kbd>Ctrl ↵</kbd>
      </button>
    </div>
  );
}
