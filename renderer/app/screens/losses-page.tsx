import { LossesScreen } from '../../features/money/losses-screen';
import { useScreen } from '../../state/screen-store';

/** What after-sales cost, and what is claimed back, with the way to each case's money. */
export function LossesPage() {
  const openCase = useScreen((state) => state.openCase);
  return (
    <LossesScreen
      onOpen={(id) => {
        openCase(id, 'money');
      }}
    />
  );
}
