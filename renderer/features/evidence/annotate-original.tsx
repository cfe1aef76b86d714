import { useEffect, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/errors';
import { report } from '../../state/toast-store';
import { Annotator } from './annotator';
import { useShownPicture } from './use-shown-picture';

/**
 * Draws on a copy of an original. Of a picture that Chromium cannot show (HEIC) a JPEG of full size is made first and
 * drawn on; the copy names the original's hash all the same.
 */
export function AnnotateOriginal(props: ComponentProps<typeof Annotator>) {
  const { t } = useTranslation();
  const { item, blob, onLeave } = props;
  const base = useShownPicture(item, blob, 'draw');
  useEffect(() => {
    if (!base.refused) return;
    report(new AppError('fileUnreadable'));
    onLeave();
  }, [base.refused, onLeave]);
  if (base.blob === null) {
    return (
      <div className="empty">
        <p role="status">{t('annotate.preparing')}</p>
        <button type="button" className="btn small" autoFocus onClick={onLeave}>
          {t('common.cancel')}
        </button>
      </div>
    );
  }
  return <Annotator {...props} blob={base.blob} />;
}
