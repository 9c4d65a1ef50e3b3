/** The red banner of an emergency. It stays; it can only be made smaller. */
import { useState } from 'react';
import type { Emergency } from '../conversation/emergency.ts';
import { Icon } from './icon.tsx';

/** Says to call a vet, what was recognised, and what to do until then. A new one is large again. */
export function EmergencyBanner({ emergency }: { emergency: Emergency }) {
  const [isSmall, setIsSmall] = useState(false);
  return (
    <section className="emergency" role="alert" aria-label="Emergency">
      <div className="emergency-inner">
        <div className="emergency-head">
          <Icon name="alert" />
          <h2>Call a vet now</h2>
          <button type="button" aria-expanded={!isSmall} onClick={() => setIsSmall(!isSmall)}>
            {isSmall ? 'Show more' : 'Show less'}
          </button>
        </div>
        {!isSmall && (
          <>
            <p>
              What you describe can be an emergency. Ring your vet, or the nearest emergency clinic
              if yours is closed, before you read on. Don’t wait to see whether it passes.
            </p>
            {emergency.flags.length > 0 && (
              <ul aria-label="What was recognised">
                {emergency.flags.map(({ label, advice }) => (
                  <li key={label}>
                    <strong>{label}</strong>
                    {advice !== null && <span> {advice}</span>}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </section>
  );
}
