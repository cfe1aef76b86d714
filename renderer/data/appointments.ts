import { wordsIn, type Step, type StepAppointment } from '#shared/domain/playbook';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { readWalk, type CaseWalk } from './case-walk';
import { database } from './database';
import { listPlaybooks } from './playbook-repository';
import type { Case } from '#shared/domain/case';

/** Somebody is to come, or something promised, in an open case (R94, R97). `null` where its procedure does not ask. */
export type Appointment = {
  readonly key: string;
  readonly item: Case;
  readonly kind: StepAppointment['kind'];
  /** Epoch ms; 0 when what was typed is no time. */
  readonly at: number;
  /** Who comes, who repairs, or which parts. */
  readonly who: string;
  /** Where the goods have arrived; empty while they have not. */
  readonly arrived: string | null;
  readonly told: boolean | null;
  /** Who pays, in words of the screen; empty while it is open. */
  readonly bearer: string | null;
};

function doneAt({ walk }: CaseWalk, id: string | undefined): boolean {
  return walk.finished.some(({ step, state }) => step.id === id && state === 'done');
}

function answerAt({ playbook, facts }: CaseWalk, id: string, language: string): string {
  const answer = facts.steps[id]?.answer;
  const option = playbook.steps.find((one) => one.id === id)?.options?.find((one) => one.id === answer);
  return option === undefined ? '' : wordsIn(option.title, language);
}

function appointmentAt(walk: CaseWalk, { id, appointment }: Step, language: string): readonly Appointment[] {
  if (appointment === undefined || !doneAt(walk, id) || doneAt(walk, appointment.over)) return [];
  const values = walk.values[id] ?? {};
  const { kind, arrived, told, bearer } = appointment;
  const time = values[appointment.when] ?? '';
  return [
    {
      key: `${walk.item.id}:${id}`,
      item: walk.item,
      kind,
      at: time === '' ? 0 : (fromShanghai(time.replace(' ', 'T')) ?? 0),
      who: values[appointment.who] ?? '',
      arrived:
        arrived === undefined
          ? null
          : doneAt(walk, arrived)
            ? Object.values(walk.values[arrived] ?? {}).join(' ')
            : '',
      told: told === undefined ? null : doneAt(walk, told),
      bearer: bearer === undefined ? null : answerAt(walk, bearer, language),
    },
  ];
}

/** Every appointment of the open cases, soonest first, those without a readable time before all. */
export async function listAppointments(language: string): Promise<readonly Appointment[]> {
  const books = await listPlaybooks();
  const having = new Set(
    books.filter(({ steps }) => steps.some((one) => one.appointment !== undefined)).map(({ key }) => key),
  );
  const open = await database()
    .cases.where('[status+nextSort]')
    .between(['open', 0], ['open', Infinity])
    .toArray();
  const wanted = open.filter(
    ({ type, playbook, deletedAt }) => deletedAt === null && having.has(playbook ?? type),
  );
  const walks = await Promise.all(wanted.map(({ id }) => readWalk(id)));
  return walks
    .flatMap((walk) =>
      walk === undefined ? [] : walk.playbook.steps.flatMap((step) => appointmentAt(walk, step, language)),
    )
    .toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}
