import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { treesFor, walkTree, type Verdict } from '#shared/domain/decide';
import { wordsIn } from '#shared/domain/playbook';
import { decisionTrees } from '#shared/knowledge/decide/trees';
import { evidenceSlot } from '#shared/knowledge/evidence-slots';
import { adoptVerdict, answerQuestion, clearTree } from '../../data/decide-repository';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import type { CaseWalk } from '../../data/case-walk';

/** Who is liable, question by question; what the case already says is answered by itself (R32, R33, R158 to R162). */
export function TreeSection({ walk }: { readonly walk: CaseWalk }) {
  const { t, i18n } = useTranslation();
  const { item, facts, record } = walk;
  const trees = treesFor(decisionTrees, item.type);
  const [chosen, setChosen] = useState(trees[0]?.id);
  const tree = trees.find(({ id }) => id === chosen) ?? trees[0];
  if (tree === undefined) return null;
  const { path, verdict } = walkTree(tree, record.answers ?? {}, facts);
  const closed = item.status === 'closed';
  return (
    <section aria-label={t('decide.liability')}>
      <h3>
        {t('decide.liability')}
        {trees.map((one) => (
          <button
            key={one.id}
            type="button"
            className={one === tree ? 'case-tag on' : 'case-tag'}
            aria-pressed={one === tree}
            onClick={() => {
              setChosen(one.id);
            }}
          >
            {wordsIn(one.title, i18n.language)}
          </button>
        ))}
      </h3>
      <ol className="decide-path">
        {path.map(({ node, chosen: answer, known }) => (
          <li key={node.id}>
            <span>{wordsIn(node.ask, i18n.language)}</span>
            <span className="decide-options">
              {node.options.map((option) => (
                <button
                  key={option.id}
                  type="button"
                  className={option.id === answer ? 'case-tag on' : 'case-tag'}
                  aria-pressed={option.id === answer}
                  disabled={closed}
                  onClick={() => {
                    answerQuestion(item.id, `${tree.id}.${node.id}`, option.id, now()).catch(report);
                  }}
                >
                  {wordsIn(option.title, i18n.language)}
                </button>
              ))}
              {known ? <small className="ink-3">{t('decide.known')}</small> : null}
            </span>
          </li>
        ))}
      </ol>
      {verdict === null ? null : (
        <VerdictCard
          verdict={verdict}
          adopted={verdict.liability === null || item.liability === verdict.liability}
          closed={closed}
          caseId={item.id}
          onAdopt={() => {
            adoptVerdict(item.id, tree.id, now()).then(() => tell('decide.adopted'), report);
          }}
          onAgain={() => {
            clearTree(item.id, tree.id, now()).catch(report);
          }}
        />
      )}
    </section>
  );
}

function VerdictCard({
  verdict,
  adopted,
  closed,
  caseId,
  onAdopt,
  onAgain,
}: {
  readonly verdict: Verdict;
  readonly adopted: boolean;
  readonly closed: boolean;
  readonly caseId: CaseWalk['item']['id'];
  readonly onAdopt: () => void;
  readonly onAgain: () => void;
}) {
  const { t, i18n } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const proofs = verdict.proofs.flatMap((id) => {
    const slot = evidenceSlot(id);
    return slot === undefined ? [] : [wordsIn(slot.title, i18n.language)];
  });
  return (
    <div className="decide-verdict" role="status">
      <b>{wordsIn(verdict.title, i18n.language)}</b>
      <span className="ink-3 mono"> {verdict.rows.join(' ')}</span>
      <p>{wordsIn(verdict.why, i18n.language)}</p>
      <p>
        <b>{t('decide.next')}</b> {wordsIn(verdict.next, i18n.language)}
      </p>
      {proofs.length === 0 ? null : (
        <p className="ink-2">{t('decide.proofs', { proofs: proofs.join(t('playbook.comma')) })}</p>
      )}
      <div className="walk-options">
        {verdict.liability === null ? null : (
          <button
            type="button"
            className={adopted ? 'btn' : 'btn primary'}
            disabled={closed}
            onClick={onAdopt}
          >
            {adopted
              ? t('decide.noteAgain')
              : t('decide.adopt', { who: t(`domain.liability.${verdict.liability}`) })}
          </button>
        )}
        {verdict.script === undefined ? null : (
          <button
            type="button"
            className="btn"
            onClick={() => {
              showOverlay({ kind: 'scripts', caseId, scriptId: verdict.script ?? null });
            }}
          >
            {t('decide.message')}
          </button>
        )}
        <button type="button" className="btn plain" disabled={closed} onClick={onAgain}>
          {t('decide.again')}
        </button>
      </div>
    </div>
  );
}
