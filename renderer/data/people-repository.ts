import {
  cleanPerson,
  findPersonProblems,
  personName,
  type Person,
  type PersonInput,
} from '#shared/domain/person';
import { AppError } from '#shared/errors';
import { roleOf } from '#shared/knowledge/people-roles';
import { caseTables, updateCase } from './case-repository';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import { moveToTrash } from './trash-repository';
import type { CaseId, PersonId } from '#shared/domain/ids';

/** Everybody in the contact book, by name. */
export async function listPeople(): Promise<Person[]> {
  const all = await database().people.toArray();
  return all.sort((a, b) => personName(a).localeCompare(personName(b), 'zh-CN') || (a.id < b.id ? -1 : 1));
}

/** Somebody of the contact book, or undefined. */
export function getPerson(id: PersonId): Promise<Person | undefined> {
  return database().people.get(id);
}

/** Adds an entry or changes the one with this id (R58, R109). Throws `invalidInput`. */
export async function savePerson(input: PersonInput, now: number, id?: PersonId): Promise<Person> {
  if (findPersonProblems(input).length > 0) throw new AppError('invalidInput');
  const { people } = database();
  return database().transaction('rw', [people], async () => {
    const old = id === undefined ? undefined : await people.get(id);
    const person: Person = {
      ...cleanPerson(input),
      id: old?.id ?? makeId<'person'>(now),
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
    };
    await people.put(person);
    return person;
  });
}

/** Adds the new entries of an import, all or none. Throws `invalidInput`. */
export async function addPeople(inputs: readonly PersonInput[], now: number): Promise<number> {
  await database().transaction('rw', [database().people], async () => {
    for (const input of inputs) await savePerson(input, now);
  });
  return inputs.length;
}

/** Moves an entry to the trash; cases that wait for them name nobody until it is restored. */
export function deletePerson(id: PersonId, now: number): Promise<number> {
  return moveToTrash('person', [id], now);
}

/** Names who a case waits for, and with that whose move it is (R109); null names nobody. Throws `notFound`. */
export async function nameWaiting(caseId: CaseId, personId: PersonId | null, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [...caseTables(), db.people], async () => {
    const person = personId === null ? undefined : await db.people.get(personId);
    if (personId !== null && person === undefined) throw new AppError('notFound', { what: 'person' });
    if (person !== undefined) await updateCase(caseId, { waitingOn: roleOf(person.role).waitingOn }, now);
    const changed = await db.cases.update(caseId, { waitingPerson: personId, updatedAt: now });
    if (changed === 0 && (await db.cases.get(caseId)) === undefined)
      throw new AppError('notFound', { what: 'case' });
    const name = person === undefined ? '' : personName(person);
    await appendEvent(caseId, 'waitingNamed', { name }, now);
  });
}

/** The open cases that wait for somebody of the book. */
export async function countWaitingFor(personId: PersonId): Promise<number> {
  return database()
    .cases.where('[status+nextSort]')
    .between(['open', 0], ['open', Infinity])
    .filter(({ waitingPerson }) => waitingPerson === personId)
    .count();
}
