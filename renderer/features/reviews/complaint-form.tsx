import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { complaintChannels, type ComplaintChannel } from '#shared/domain/case';
import { parseWhen } from '#shared/domain/parse-when';
import { isoMinute } from '#shared/domain/shanghai-time';
import { openComplaint } from '../../data/complaint-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { WhenInput } from '../../ui/when-input';
import { DraftDialog } from './draft-dialog';
import { PlacePick, placeOf } from './place-pick';

type Typed = {
  readonly place: string;
  readonly channel: ComplaintChannel;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly what: string;
  readonly received: string;
  readonly due: string;
};

/** Logs a complaint as a case with the deadline its notice names (R147). */
export function ComplaintForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const present = useNow();
  const shops = useLive(listShops, []);
  const openCase = useScreen((state) => state.openCase);
  const [start] = useState<Typed>(() => ({
    place: '',
    channel: 'platform',
    buyerId: '',
    orderNo: '',
    what: '',
    received: isoMinute(now()),
    due: '',
  }));
  const draft = useDraft<Typed>('complaint:new', start, now, report);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const typed = draft.value;
  if (typed === undefined || shops === undefined) return null;
  const receivedAt = parseWhen(typed.received, present, 'past');
  const dueAt = typed.due.trim() === '' ? null : parseWhen(typed.due, present, 'future');
  const wrongReceived = receivedAt === null || receivedAt > present;
  const wrongDue = typed.due.trim() !== '' && dueAt === null;
  const save = (): void => {
    setTried(true);
    const lacking = typed.buyerId.trim() === '' || typed.what.trim() === '';
    if (busy || lacking || wrongDue || receivedAt === null || wrongReceived) return;
    setBusy(true);
    const { channel, buyerId, orderNo, what } = typed;
    const nextAction = t('reviews.complaint.next');
    const place = placeOf(typed.place, shops);
    openComplaint({ ...place, channel, buyerId, orderNo, what, receivedAt, dueAt, nextAction }, now())
      .then(async (item) => {
        await draft.clear();
        tell('reviews.complaint.saved', { caseNo: item.caseNo });
        onClose();
        openCase(item.id);
      })
      .catch((error: unknown) => {
        report(error);
        setBusy(false);
      });
  };
  const line = (name: 'buyerId' | 'orderNo', most: number, problem?: string) => (
    <Field label={t(`reviews.field.${name}`)} problem={problem}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          maxLength={most}
          autoComplete="off"
          value={typed[name]}
          onChange={(event) => {
            draft.change({ [name]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <DraftDialog
      title={t('reviews.complaint.addTitle')}
      draft={draft}
      busy={busy}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <Field label={t('reviews.complaint.channel')}>
          {({ id }) => (
            <Segmented
              id={id}
              block
              aria-label={t('reviews.complaint.channel')}
              value={typed.channel}
              options={complaintChannels.map((value) => ({
                value,
                label: t(`domain.complaintChannel.${value}`),
              }))}
              onChange={(channel) => {
                draft.change({ channel });
              }}
            />
          )}
        </Field>
        <PlacePick
          value={typed.place}
          shops={shops}
          onChange={(place) => {
            draft.change({ place });
          }}
        />
        {line(
          'buyerId',
          200,
          tried && typed.buyerId.trim() === '' ? t('reviews.problem.buyerId') : undefined,
        )}
        {line('orderNo', 64)}
        <Field
          wide
          label={t('reviews.complaint.what')}
          problem={tried && typed.what.trim() === '' ? t('reviews.problem.what') : undefined}
        >
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              maxLength={5000}
              value={typed.what}
              onChange={(event) => {
                draft.change({ what: event.target.value });
              }}
            />
          )}
        </Field>
        <Field
          label={t('reviews.complaint.receivedAt')}
          problem={tried && wrongReceived ? t('reviews.problem.past') : undefined}
        >
          {({ id, describedBy }) => (
            <WhenInput
              id={id}
              describedBy={describedBy}
              value={typed.received}
              direction="past"
              now={present}
              onChange={(received) => {
                draft.change({ received });
              }}
            />
          )}
        </Field>
        <Field label={t('reviews.complaint.dueAt')} hint={t('reviews.complaint.dueHint')}>
          {({ id, describedBy }) => (
            <WhenInput
              id={id}
              describedBy={describedBy}
              value={typed.due}
              direction="future"
              now={present}
              onChange={(due) => {
                draft.change({ due });
              }}
            />
          )}
        </Field>
      </div>
    </DraftDialog>
  );
}
