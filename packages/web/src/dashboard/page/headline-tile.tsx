/** One headline number, beside the one before. */
import type { ReactNode } from 'react';
import { Sparkline } from '../charts/sparkline.tsx';
import type { Change } from '../format/describe-change.ts';

interface HeadlineTileProps {
  label: string;
  value: string;
  change: Change | null;
  remark: ReactNode;
  trend?: readonly (number | null)[] | undefined;
  isAlarm?: boolean;
}

const arrows: Record<Change['sign'], string> = { up: '▲', down: '▼', same: '=', new: '●' };

/** The change is said in words; arrow and colour only repeat it. */
export function HeadlineTile(props: HeadlineTileProps) {
  const { label, value, change, remark, trend, isAlarm = false } = props;
  return (
    <li className={isAlarm ? 'tile alarm' : 'tile'}>
      <h2>{label}</h2>
      <p className="tile-value">{value}</p>
      {change === null ? (
        <p className="change plain">nothing to compare with</p>
      ) : (
        <p className={`change ${change.tone}`}>
          <span aria-hidden="true">{arrows[change.sign]} </span>
          {change.text}
        </p>
      )}
      <p className="tile-remark">{remark}</p>
      {trend && <Sparkline values={trend} />}
    </li>
  );
}
