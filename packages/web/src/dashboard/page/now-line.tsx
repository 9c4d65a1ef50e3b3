/** What goes on at this moment, and how fresh it is. */
import { useNow } from '../../conversation/use-now.ts';
import { useNowFigures } from '../api/use-analytics.ts';
import { formatAge } from '../format/format-duration.ts';
import { count } from '../format/format-number.ts';

/** Rolled up every two seconds: more than this is worth saying. */
const LAG_WORTH_SAYING_S = 60;

/** A dot that is lit while the server answers, and its figures in words. */
export function NowLine() {
  const { data, error, dataUpdatedAt } = useNowFigures();
  const now = useNow(Infinity);
  if (data === undefined)
    return (
      <p className="now">
        <span className={error === null ? 'dot' : 'dot off'} />
        {error === null ? 'Asking …' : 'No answer from the server'}
      </p>
    );
  const { turnsLast5Minutes, unfinishedAnswers, rollupLagSeconds } = data.now;
  return (
    <div className="now">
      <span className={error === null ? 'dot live' : 'dot off'} aria-hidden="true" />
      <p>
        <b>{count(turnsLast5Minutes, 'turn')}</b> in the last 5 min
        {unfinishedAnswers > 0 && `, ${count(unfinishedAnswers, 'answer')} under way`}
      </p>
      <p className="fresh">
        {error === null ? '' : 'No answer now. '}as of {formatAge(now - dataUpdatedAt)} ago
        {rollupLagSeconds !== null && rollupLagSeconds > LAG_WORTH_SAYING_S && (
          <span className="warning">, figures {formatAge(rollupLagSeconds * 1000)} behind</span>
        )}
      </p>
      {data.includesDemo && <p className="demo">Includes demo data</p>}
    </div>
  );
}
