/** The cat's profile as a form. */
import { useId, useState } from 'react';
import type { Preferences } from '../api/contract.ts';
import { ChoiceField } from './choice-field.tsx';
import { changeUnits, toFields, toPreferences } from './profile-fields.ts';
import { TextField } from './text-field.tsx';

interface ProfileFormProps {
  preferences: Preferences;
  isSaving: boolean;
  /** What the server said against it, or null. */
  error: string | null;
  onSave: (preferences: Preferences) => void;
}

const yesNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['', 'Not said'],
] as const;

/** Every field may be left empty. */
export function ProfileForm({ preferences, isSaving, error, onSave }: ProfileFormProps) {
  const [fields, setFields] = useState(() => toFields(preferences));
  const conditionsId = useId();
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  const isMetric = fields.units === 'metric';
  return (
    <form
      className="profile-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(toPreferences(fields));
      }}
    >
      <p>What Mu knows about your cat goes into its answers. Leave out what you like.</p>
      <TextField label="Name" value={fields.catName} onChange={(catName) => set({ catName })} />
      <ChoiceField
        label="Sex"
        value={fields.sex}
        options={[
          ['female', 'Female'],
          ['male', 'Male'],
          ['unknown', 'I don’t know'],
          ['', 'Not said'],
        ]}
        onChange={(sex) => set({ sex })}
      />
      <ChoiceField
        label="Neutered or spayed"
        value={fields.neutered}
        options={yesNo}
        onChange={(neutered) => set({ neutered })}
      />
      <div className="field-row">
        <TextField
          label="Age, years"
          value={fields.years}
          number={{ min: 0, max: 39, step: 1 }}
          onChange={(years) => set({ years })}
        />
        <TextField
          label="and months"
          value={fields.months}
          number={{ min: 0, max: 11, step: 1 }}
          onChange={(months) => set({ months })}
        />
        <TextField
          label={isMetric ? 'Weight, kg' : 'Weight, lb'}
          value={fields.weight}
          number={{ min: 0, max: isMetric ? 30 : 66, step: 0.01 }}
          onChange={(weight) => set({ weight })}
        />
      </div>
      <ChoiceField
        label="Units"
        value={fields.units}
        options={[
          ['metric', 'Kilograms'],
          ['imperial', 'Pounds'],
        ]}
        onChange={(units) => setFields(changeUnits(fields, units))}
      />
      <ChoiceField
        label="Lives indoors only"
        value={fields.indoor}
        options={yesNo}
        onChange={(indoor) => set({ indoor })}
      />
      <div className="field">
        <label htmlFor={conditionsId}>Known conditions, medicines, allergies</label>
        <textarea
          id={conditionsId}
          rows={3}
          maxLength={500}
          value={fields.conditions}
          onChange={(event) => set({ conditions: event.target.value })}
        />
      </div>
      <ChoiceField
        label="How Mu should talk"
        value={fields.tone}
        options={[
          ['warm', 'Warmly'],
          ['plain', 'Plainly'],
          ['brief', 'Briefly'],
        ]}
        onChange={(tone) => set({ tone })}
      />
      {error !== null && (
        <p className="remark form-error" role="alert">
          {error}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isSaving}>
        {isSaving ? 'Saving…' : 'Save'}
      </button>
    </form>
  );
}
