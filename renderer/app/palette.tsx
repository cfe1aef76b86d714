import { Command } from 'cmdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from 'antd';
import { getCases, listCaseIds } from '../data/case-repository';
import { searchProductCards } from '../data/product-repository';
import { searchOrders } from '../data/order-search';
import { parcelsOf } from '../data/parcel-repository';
import { useLive } from '../data/use-live';
import { titleOf } from '#shared/domain/order';
import { cleanWaybill } from '#shared/domain/parcel';
import { useScreen } from '../state/screen-store';
import { CaseSearchRow } from '../ui/case-search-dialog';
import { PlatformMark } from '../ui/platform-mark';
import { useEnter } from '../ui/use-enter';
import { commands } from './commands';

const perStatus = 20;
const shownOrders = 10;

/** Ctrl+K: every case by buyer, order, case number, product or return waybill, every imported order, and every command. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const { openCase, openOrder, showOverlay } = useScreen();
  const wanted = text.trim();
  const found = useLive(async () => {
    const [open, closed, parcels, orders] = await Promise.all([
      listCaseIds({ status: 'open', text: wanted }, 'updatedAt'),
      listCaseIds({ status: 'closed', text: wanted }, 'updatedAt'),
      parcelsOf(cleanWaybill(wanted)),
      searchOrders(wanted, shownOrders),
    ]);
    const back = parcels.flatMap(({ caseId }) => caseId ?? []);
    const ids = [...new Set([...back, ...open.slice(0, perStatus), ...closed.slice(0, perStatus)])];
    return { text: wanted, cases: await getCases(ids), cards: await searchProductCards(wanted, 8), orders };
  }, [wanted]);
  const shown = commands.filter(
    (one) =>
      one.name !== 'search' &&
      one.quiet !== true &&
      one.enabled() &&
      t(one.label).toLowerCase().includes(wanted.toLowerCase()),
  );
  // The best case is chosen as soon as it is found; a command only when no case fits.
  const all = [
    ...(found?.cases ?? []).map((item) => item.id as string),
    ...(found?.cards ?? []).map((card) => card.id as string),
    ...(found?.orders ?? []).map(({ key }) => key),
    ...shown.map((one) => one.name),
  ];
  const value = all.includes(chosen) ? chosen : (all[0] ?? '');
  const runCommand = (one: (typeof commands)[number]): void => {
    onClose();
    one.run();
  };
  const keepEnter = useEnter(wanted, found?.text === wanted, () => {
    const item = found?.cases.find(({ id }) => id === value);
    const command = shown.find(({ name }) => name === value);
    const card = found?.cards.find(({ id }) => id === value);
    const order = found?.orders.find(({ key }) => key === value);
    if (item !== undefined) openCase(item.id);
    else if (card !== undefined) showOverlay({ kind: 'product', name: card.name });
    else if (order !== undefined) openOrder(order.key);
    else if (command !== undefined) runCommand(command);
  });
  return (
    <Modal
      open
      footer={null}
      closable={false}
      width={720}
      onCancel={onClose}
      title={null}
      aria-label={t('app.searchEverything')}
    >
      <Command
        shouldFilter={false}
        label={t('app.searchEverything')}
        className="palette"
        loop
        value={value}
        onValueChange={setChosen}
        onKeyDown={keepEnter}
      >
        <Command.Input
          autoFocus
          value={text}
          onValueChange={(next) => {
            setText(next);
            setChosen('');
          }}
          placeholder={t('app.searchHint')}
        />
        <Command.List>
          <Command.Empty>{t('app.nothingFound')}</Command.Empty>
          <Command.Group heading={t('app.screen.cases')}>
            {found?.cases.map((item) => (
              <Command.Item
                key={item.id}
                value={item.id}
                onSelect={() => {
                  openCase(item.id);
                }}
              >
                <CaseSearchRow item={item} />
              </Command.Item>
            ))}
          </Command.Group>
          {found === undefined || found.cards.length === 0 ? null : (
            <Command.Group heading={t('products.title')}>
              {found.cards.map((card) => (
                <Command.Item
                  key={card.id}
                  value={card.id}
                  onSelect={() => {
                    showOverlay({ kind: 'product', name: card.name });
                  }}
                >
                  {card.name}
                  <span className="grow" />
                  <span className="ink-3">{card.sku}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {found === undefined || found.orders.length === 0 ? null : (
            <Command.Group heading={t('app.screen.orders')}>
              {found.orders.map((order) => (
                <Command.Item
                  key={order.key}
                  value={order.key}
                  onSelect={() => {
                    openOrder(order.key);
                  }}
                >
                  <PlatformMark platform={order.platform} label={t(`domain.platform.${order.platform}`)} />
                  <span className="mono">{order.orderNo}</span>
                  <span className="ellipsis grow">{titleOf(order)}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={t('app.commands')}>
            {shown.map((one) => (
              <Command.Item
                key={one.name}
                value={one.name}
                onSelect={() => {
                  runCommand(one);
                }}
              >
                {t(one.label)}
                <span className="grow" />
                {one.keys === '' ? null : <kbd>{one.keys.replace('+', ' ')}</kbd>}
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Modal>
  );
}
