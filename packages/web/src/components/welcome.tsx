/** The first screen: who Mu is, what it can't do, and three ways to begin. */
import { saveDraft } from '../stores/draft-store.ts';
import { CatMark } from './cat-mark.tsx';

const examples = [
  'My cat hasn’t eaten since yesterday morning. When should I worry?',
  'He keeps going to the litter box and nothing comes out.',
  'She chewed a plant. How do I find out whether it is poisonous?',
];

/** Shown while nothing has been said. An example only fills the box: the person sends it. */
export function Welcome({ onPick }: { onPick: () => void }) {
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <CatMark size={64} />
      <h1 id="welcome-title">Tell me what’s going on with your cat.</h1>
      <p className="lead">
        I’m Mu, a program and <strong>not a vet</strong>. I help you judge how serious it is, what
        to watch for, and what to do until you can see one.
      </p>
      <p className="urgent-line">
        <strong>Don’t write, call a vet now</strong> if your cat struggles to breathe, has
        collapsed, has a fit, bleeds heavily, may have been poisoned, or strains without passing
        urine.
      </p>
      <h2>You could ask</h2>
      <ul className="examples">
        {examples.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => {
                saveDraft(example);
                onPick();
              }}
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
      <div className="limits">
        <h2>What I can’t do</h2>
        <ul>
          <li>Examine your cat, name an illness, or dose a medicine.</li>
          <li>Call anybody for you: no vet reads along.</li>
          <li>Be right every time. If it feels serious to you, believe yourself and call.</li>
        </ul>
      </div>
    </section>
  );
}
