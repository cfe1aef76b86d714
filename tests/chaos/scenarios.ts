import { cleaning } from './scenarios/cleaning';
import { clock } from './scenarios/clock';
import { diskFull } from './scenarios/disk-full';
import { intake } from './scenarios/intake';
import { migration } from './scenarios/migration';
import { mirror } from './scenarios/mirror';
import { rebuild } from './scenarios/rebuild';
import { restore } from './scenarios/restore';
import { save } from './scenarios/save';
import { storeFaults } from './scenarios/store-faults';
import type { Scenario } from './scenario';

/** Everything that is tried. A new way of failing is a file of its own and a line here. */
export const scenarios: readonly Scenario[] = [
  ...save,
  ...intake,
  ...mirror,
  ...rebuild,
  ...restore,
  ...migration,
  ...cleaning,
  ...storeFaults,
  ...diskFull,
  ...clock,
];
