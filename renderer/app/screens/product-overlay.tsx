import { useTranslation } from 'react-i18next';
import { ProductDialog } from '../../features/products/product-dialog';
import { reasonNames, reasonWords } from '../../features/reports/reason-words';
import { PictureField, usePictureIntake, type Pictures } from '../../features/scripts/picture-field';
import { useScreen } from '../../state/screen-store';

/** The product cards, with pictures taken in as those of messages are and reasons named as in the reports. */
export function ProductOverlay({
  name,
  onClose,
}: {
  readonly name: string | null;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  return (
    <ProductDialog
      name={name}
      names={reasonNames(i18n)}
      reasonOf={(key) => reasonWords(t, key)}
      renderPictures={(pictures, onChange) => <CardPictures pictures={pictures} onChange={onChange} />}
      onOpen={openCase}
      onClose={onClose}
    />
  );
}

function CardPictures({
  pictures,
  onChange,
}: {
  readonly pictures: Pictures;
  readonly onChange: (pictures: Pictures) => void;
}) {
  const { problems, take, area } = usePictureIntake(pictures, onChange);
  return (
    <div className="wide" {...area}>
      <PictureField pictures={pictures} problems={problems} onTake={take} onChange={onChange} />
    </div>
  );
}
