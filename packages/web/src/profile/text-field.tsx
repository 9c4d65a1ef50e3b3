/** A labelled line of text or a number. */
import { useId } from 'react';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Present for a number: what it may be, and its steps. */
  number?: { min: number; max: number; step: number };
}

/** The browser itself says what is wrong with a number. */
export function TextField({ label, value, onChange, number }: TextFieldProps) {
  const id = useId();
  const numeric = number && { type: 'number', inputMode: 'decimal' as const, ...number };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        maxLength={60}
        autoComplete="off"
        {...numeric}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
