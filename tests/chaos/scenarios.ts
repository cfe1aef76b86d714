import type { Scenario } from './scenario';
import { clock } from './scenarios/clock';
import { copies } from './scenarios/copies';
import { diskFull } from './scenarios/disk-full';
import { imports } from './scenarios/import';
import { kills } from './scenarios/kills';
import { migration } from './scenarios/migration';
import { restore } from './scenarios/restore';
import { save } from './scenarios/save';
import { sealing } from './scenarios/sealing';
import { storeFaults } from './scenarios/store-faults';

/** Everything that is tried. A new way of failing is a file of its own and a line here. */
export const scenarios: readonly Scenario[] = [
  ...save,
  ...kills,
  ...imports,
  ...copies,
  ...restore,
  ...sealing,
  ...migration,
  ...storeFaults,
  ...diskFull,
  ...clock,
];
