import { useScreen } from '../../state/screen-store';
import { CommitmentPanel } from '../../features/commitments/commitment-panel';
import { LoadNote } from '../../features/today/load-note';
import { PatrolPanel } from '../../features/patrol/patrol-panel';
import { RungPanel } from '../../features/reminders/missed-panel';
import { FaultPanel } from '../../features/reports/fault-panel';
import { ReviewPanel } from '../../features/reviews/review-panel';
import { useReviewView } from '../../state/review-store';
import { useReportView } from '../../state/report-store';
import { TaskPanel } from '../../features/tasks/task-panel';
import { VisitPanel } from '../../features/visits/visit-panel';
import { TodayList } from '../../features/today/today-screen';

/** Home: what to do now, and what has rung. */
export function TodayScreen() {
  const openCase = useScreen((state) => state.openCase);
  const showOverlay = useScreen((state) => state.showOverlay);
  return (
    <div className="today-layout">
      <TodayList
        onOpen={openCase}
        onNew={() => {
          showOverlay({ kind: 'newCase' });
        }}
      />
      <aside>
        <LoadNote />
        <PatrolPanel />
        <TaskPanel
          onAll={() => {
            showOverlay({ kind: 'tasks', caseId: null });
          }}
        />
        <VisitPanel
          onOpen={openCase}
          onAll={() => {
            useScreen.getState().showCalendar('visits');
          }}
        />
        <RungPanel onOpen={openCase} />
        <FaultPanel
          onOpen={() => {
            useReportView.getState().show('quality');
            useScreen.getState().go('reports');
          }}
        />
        <ReviewPanel
          onOpen={(tab) => {
            useReviewView.getState().show(tab);
            useScreen.getState().go('reviews');
          }}
        />
        <CommitmentPanel onOpen={openCase} />
      </aside>
    </div>
  );
}
