import type { ReactNode } from 'react';
import { usePictureUrl } from './use-picture-url';
import './picture-chips.css';

/** A picture as a chip: its number, a small view, its name, and what can be done with it. */
export function PictureChip({
  number,
  name,
  load,
  children,
}: {
  readonly number: number;
  readonly name: string;
  /** Reads its bytes, of a type that may be shown. Has to stay the same while they do. */
  readonly load: () => Promise<Blob>;
  readonly children: ReactNode;
}) {
  const url = usePictureUrl(load);
  return (
    <span className="picture-chip">
      <span className="picture-chip-number">{number}</span>
      {url === null ? (
        <span className="picture-chip-view" />
      ) : (
        <img className="picture-chip-view" src={url} alt="" />
      )}
      <span className="ellipsis picture-chip-name" title={name}>
        {name}
      </span>
      {children}
    </span>
  );
}
