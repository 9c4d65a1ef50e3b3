/** One of a few, as buttons that can be seen all at once. */
import { useId } from 'react';

interface ChoiceFieldProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, label: string])[];
  onChange: (value: T) => void;
}

/** A group of radio buttons: one stop for the Tab key, arrows within. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{props.label}</legend>
      <div className="choice-options">
        {props.options.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
