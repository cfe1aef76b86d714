import '@fontsource-variable/noto-sans-sc';
import { runPrintJob } from '../features/slips/print-page';

const container = document.getElementById('root');
if (container === null) throw new Error('print.html has no root');
void runPrintJob(location.search, container);
