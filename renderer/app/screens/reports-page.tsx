import { ReportsScreen } from '../../features/reports/reports-screen';
import { useScreen } from '../../state/screen-store';

/** The figures, with the way to open a first case while there is none. */
export function ReportsPage() {
  const showOverlay = useScreen((state) => state.showOverlay);
  return (
    <ReportsScreen
      onNew={() => {
        showOverlay({ kind: 'newCase' });
      }}
    />
  );
}
