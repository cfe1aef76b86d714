import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Thumb } from './thumb';
import type { Evidence } from '#shared/domain/evidence';

/** What is there sooner needs no word. */
const patienceMs = 100;

/** Stands in for a picture that is still being made of an original Chromium cannot show: a large HEIC takes seconds. */
export function ViewerWaiting({ item }: { readonly item: Evidence }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="evidence-stage-none">
      {late ? <Thumb item={item} /> : null}
      <p role="status">{late ? t('evidence.converting') : ''}</p>
    </div>
  );
}
