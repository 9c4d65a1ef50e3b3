/** The proof that a person's data is gone. */
import type { Receipt } from '../api/contract.ts';

interface ErasureReceiptProps {
  receipt: Receipt;
  onClose: () => void;
}

/** The receipt's number, the time, and what was erased. */
export function ErasureReceipt({ receipt, onClose }: ErasureReceiptProps) {
  return (
    <section className="receipt" role="status">
      <h3>Your data is erased</h3>
      <p>Keep this number if you want to ask about it later: nothing else points to you now.</p>
      <dl>
        <div>
          <dt>Receipt</dt>
          <dd className="receipt-number">{receipt.receipt}</dd>
        </div>
        <div>
          <dt>Erased</dt>
          <dd>
            <time dateTime={receipt.erasedAt}>{new Date(receipt.erasedAt).toLocaleString()}</time>
          </dd>
        </div>
        {Object.entries(receipt.erased).map(([kind, count]) => (
          <div key={kind}>
            <dt>{spellOut(kind)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" autoFocus onClick={onClose}>
        Done
      </button>
    </section>
  );
}

/** `modelCalls` and `model_calls` are "Model calls" to a person. */
function spellOut(kind: string): string {
  const words = kind
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll('_', ' ')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
