import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '#shared/domain/money';
import { parseWhen } from '#shared/domain/parse-when';
import { penaltyKinds, type PenaltyKind } from '#shared/domain/penalty';
import { isoMinute } from '#shared/domain/shanghai-time';
import { addPenalty } from '../../data/penalty-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { WhenInput } from '../../ui/when-input';
import { DraftDialog } from './draft-dialog';
import { PlacePick, placeOf } from './place-pick';

type Typed = {
  readonly place: string;
  readonly kind: PenaltyKind;
  readonly reason: string;
  readonly orderNo: string;
  readonly amount: string;
  readonly at: string;
  readonly until: string;
  readonly appealBy: string;
};

/** A typed time: null for nothing typed, undefined for words that are no time. */
function whenOf(text: string, present: number): number | null | undefined {
  return text.trim() === '' ? null : (parseWhen(text, present, 'future') ?? undefined);
}

/** Logs a penalty of a platform (R145). */
export function PenaltyForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const present = useNow();
  const shops = useLive(listShops, []);
  const [start] = useState<Typed>(() => ({
    place: '',
    kind: 'resource',
    reason: '',
    orderNo: '',
    amount: '',
    at: isoMinute(now()),
    until: '',
    appealBy: '',
  }));
  const draft = useDraft<Typed>('penalty:new', start, now, report);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const typed = draft.value;
  if (typed === undefined || shops === undefined) return null;
  const at = parseWhen(typed.at, present, 'past');
  const [until, appealBy] = [whenOf(typed.until, present), whenOf(typed.appealBy, present)];
  const amountFen = typed.amount.trim() === '' ? null : (parseYuan(typed.amount) ?? undefined);
  const upsideDown = at !== null && ((until ?? at) < at || (appealBy ?? at) < at);
  const wrong = {
    reason: typed.reason.trim() === '' ? t('reviews.problem.reason') : undefined,
    at: at === null || at > present ? t('reviews.problem.past') : undefined,
    until: upsideDown ? t('reviews.problem.upsideDown') : undefined,
    amount: amountFen === undefined ? t('reviews.problem.amount') : undefined,
  };
  const save = (): void => {
    setTried(true);
    if (busy || Object.values(wrong).some((one) => one !== undefined)) return;
    if (at === null || until === undefined || appealBy === undefined || amountFen === undefined) return;
    setBusy(true);
    const { kind, reason, orderNo } = typed;
    const place = placeOf(typed.place, shops);
    addPenalty({ ...place, kind, reason, orderNo, at, until, appealBy, amountFen }, now())
      .then(async () => {
        await draft.clear();
        tell('reviews.penalty.saved');
        onClose();
      })
      .catch((error: unknown) => {
        report(error);
        setBusy(false);
      });
  };
  const when = (name: 'at' | 'until' | 'appealBy', problem?: string, hint?: string) => (
    <Field label={t(`reviews.penalty.${name}`)} problem={problem} hint={hint}>
      {({ id, describedBy }) => (
        <WhenInput
          id={id}
          describedBy={describedBy}
          value={typed[name]}
          direction={name === 'at' ? 'past' : 'future'}
          now={present}
          withChoices={false}
          onChange={(text) => {
            draft.change({ [name]: text });
          }}
        />
      )}
    </Field>
  );
  const line = (name: 'orderNo' | 'amount', label: string, problem?: string) => (
    <Field label={label} problem={problem}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          maxLength={64}
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
      title={t('reviews.penalty.addTitle')}
      draft={draft}
      busy={busy}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <Field label={t('reviews.penalty.kindLabel')}>
          {({ id }) => (
            <Select
              id={id}
              value={typed.kind}
              options={penaltyKinds.map((value) => ({ value, label: t(`reviews.penalty.kind.${value}`) }))}
              onChange={(kind) => {
                draft.change({ kind });
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
        <Field wide label={t('reviews.penalty.reason')} problem={tried ? wrong.reason : undefined}>
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              maxLength={2000}
              value={typed.reason}
              onChange={(event) => {
                draft.change({ reason: event.target.value });
              }}
            />
          )}
        </Field>
        {when('at', tried ? wrong.at : undefined)}
        {when('until', wrong.until, t('reviews.penalty.untilHint'))}
        {when('appealBy', undefined, t('reviews.penalty.appealByHint'))}
        {line('amount', t('reviews.penalty.amount'), wrong.amount)}
        {line('orderNo', t('reviews.field.orderNo'))}
      </div>
    </DraftDialog>
  );
}
