import '@fontsource-variable/noto-sans-sc';
import { runPackJob } from '../features/pack/pack-page';
import { runPrintJob } from '../features/slips/print-page';

const container = document.getElementById('root');
if (container === null) throw new Error('print.html has no root');
if (new URLSearchParams(location.search).has('pack')) void runPackJob(location.search, container);
else void runPrintJob(location.search, container);
