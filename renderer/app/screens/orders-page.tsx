import { OrdersScreen } from '../../features/orders/orders-screen';
import { useScreen } from '../../state/screen-store';

/** Orders, with the ways to their cases and to new ones. */
export function OrdersPage() {
  const { orderKey, openOrder, openCase, showOverlay } = useScreen();
  return (
    <OrdersScreen
      selected={orderKey}
      onSelect={openOrder}
      onNewCase={({ key }, action) => {
        showOverlay({ kind: 'newCase', order: { key, action } });
      }}
      onOpenCase={openCase}
    />
  );
}
