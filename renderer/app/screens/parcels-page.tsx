import { ParcelScreen } from '../../features/parcels/parcel-screen';
import { useScreen } from '../../state/screen-store';

/** The desk for parcels that come back, with the ways to a case and to its inspection. */
export function ParcelsPage() {
  const openCase = useScreen((state) => state.openCase);
  const showOverlay = useScreen((state) => state.showOverlay);
  return (
    <ParcelScreen
      onOpen={openCase}
      onInspect={(caseId) => {
        showOverlay({ kind: 'inspect', caseId });
      }}
    />
  );
}
