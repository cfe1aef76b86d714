import { create } from 'zustand';
import type { Rejected } from './incoming';

/** A file whose bytes were already there: in this case (`here`), or in another and now linked from this one. */
export type Duplicate = {
  readonly name: string;
  readonly here: boolean;
  readonly caseNo: string;
  readonly fileName: string;
};

/** A file that waits to be tried again, since the disk was full. */
export type Unsaved = { readonly name: string };

export type IntakeState = {
  readonly running: boolean;
  readonly cancelling: boolean;
  readonly total: number;
  readonly done: number;
  /** Name of the file being taken in. */
  readonly current: string | null;
  readonly rejected: readonly (Rejected & { readonly id: number })[];
  readonly duplicates: readonly (Duplicate & { readonly id: number })[];
  readonly unsaved: readonly (Unsaved & { readonly id: number })[];
};

const idle = { running: false, cancelling: false, total: 0, done: 0, current: null };

/** What is being taken in right now, and what is still to be told about it. Nothing of it is kept on disk. */
export const useIntake = create<IntakeState>()(() => ({
  ...idle,
  rejected: [],
  duplicates: [],
  unsaved: [],
}));

let lastId = 0;
const numbered = <T extends object>(items: readonly T[]): (T & { readonly id: number })[] =>
  items.map((item) => {
    lastId += 1;
    return { ...item, id: lastId };
  });

/** Adds to the list of files that were not taken in. */
export function addRejected(items: readonly Rejected[]): void {
  if (items.length === 0) return;
  useIntake.setState((state) => ({ rejected: [...state.rejected, ...numbered(items)] }));
}

/** Adds to the list of files that were there already. */
export function addDuplicates(items: readonly Duplicate[]): void {
  useIntake.setState((state) => ({ duplicates: [...state.duplicates, ...numbered(items)] }));
}

/** Names the files that could not be saved for want of room. */
export function setUnsaved(items: readonly Unsaved[]): void {
  useIntake.setState({ unsaved: numbered(items) });
}

/** Back to nothing under way; the lists stay until they are dismissed. */
export function setIdle(): void {
  useIntake.setState(idle);
}

/** Clears the lists of what was told. What waits to be tried again stays until it was. */
export function dismissLists(): void {
  useIntake.setState({ rejected: [], duplicates: [] });
}
