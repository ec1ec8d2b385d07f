'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

interface PasswordInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Chosen now, not known from before. */
  readonly isNew?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A password that can be looked at, with a word when Caps Lock is on. */
export function PasswordInput({ value, onChange, isNew = false, hint, error }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  // Filling by a password manager sends key events without modifiers.
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState?.('CapsLock') ?? false);

  return (
    <Field label="Password" hint={hint} error={error} aside={<span role="status">{caps ? 'Caps Lock is on' : ''}</span>}>
      {(wiring) => (
        <div className="relative">
          <Input
            {...wiring}
            type={shown ? 'text' : 'password'}
            name="password"
            autoComplete={isNew ? 'new-password' : 'current-password'}
            required
            className="h-10 pr-11"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={watchCaps}
            onKeyUp={watchCaps}
            onBlur={() => setCaps(false)}
          />
          <Button
            look="quiet"
            size="icon"
            className="absolute top-1/2 right-1 -translate-y-1/2"
            aria-label={shown ? 'Hide the password' : 'Show the password'}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
          </Button>
        </div>
      )}
    </Field>
  );
}
