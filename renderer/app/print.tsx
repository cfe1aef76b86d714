import '@fontsource-variable/noto-sans-sc';
import { runPackJob } from '../features/pack/pack-page';
import { runPaperJob } from '../features/papers/paper-page';
import { runPrintJob } from '../features/slips/print-page';

const container = document.getElementById('root');
if (container === null) throw new Error('print.html has no root');
const asked = new URLSearchParams(location.search);
if (asked.has('pack')) void runPackJob(location.search, container);
else if (asked.has('paper')) void runPaperJob(location.search, container);
else void runPrintJob(location.search, container);
