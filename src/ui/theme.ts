import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  Progress,
  Radio,
  SegmentedControl,
  TextInput,
} from "@mantine/core";
import segmented from "./segmented.module.css";

/** Mantine in the design's own tokens: its colours come from `tokens.css`, so both schemes follow one source. */
export const theme = createTheme({
  fontFamily: "var(--font-ui)",
  fontFamilyMonospace: "var(--font-code)",
  defaultRadius: 3,
  focusClassName: "focusable",
  respectReducedMotion: true,
  components: {
    Alert: Alert.extend({
      vars: () => ({ root: { "--alert-bg": "var(--hover)", "--alert-color": "var(--ink)" } }),
    }),
    Button: Button.extend({
      defaultProps: { size: "sm", variant: "filled" },
      vars: (_theme, props) => ({
        root: {
          "--button-height": props.size === "lg" ? "max(38px, var(--control))" : "var(--control)",
          "--button-padding-x": props.variant === "transparent" ? "6px" : props.size === "lg" ? "18px" : "12px",
          "--button-fz": props.size === "lg" ? "14px" : "13px",
          ...(props.variant === "transparent" && { "--button-color": "var(--action)" }),
          ...(props.variant === "filled" && {
            "--button-color": "var(--on-button)",
            "--button-bg": "var(--button)",
            "--button-hover": "var(--button)",
          }),
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: "transparent" },
      vars: () => ({ root: { "--ai-size": "max(28px, var(--control))", "--ai-color": "var(--ink-2)" } }),
    }),
    SegmentedControl: SegmentedControl.extend({
      classNames: segmented,
      defaultProps: { transitionDuration: 0, withItemsBorders: false },
      vars: () => ({
        root: { "--sc-color": "var(--button)", "--sc-label-color": "var(--on-button)", "--sc-font-size": "12px" },
      }),
    }),
    Checkbox: Checkbox.extend({
      vars: () => ({ root: { "--checkbox-color": "var(--button)", "--checkbox-icon-color": "var(--on-button)" } }),
    }),
    Radio: Radio.extend({
      vars: () => ({ root: { "--radio-color": "var(--action)", "--radio-icon-color": "var(--pane)" } }),
    }),
    Progress: Progress.extend({ defaultProps: { color: "var(--action)", radius: 2 } }),
    Input: Input.extend({
      vars: () => ({
        wrapper: {
          "--input-bg": "var(--pane)",
          "--input-bd": "var(--edge)",
          "--input-bd-focus": "var(--action)",
          "--input-height": "var(--control)",
        },
      }),
    }),
    TextInput: TextInput.extend({ defaultProps: { size: "xs" } }),
  },
});

const fromTokens = {
  "--mantine-color-body": "var(--page)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--action)",
  "--mantine-color-error": "var(--failed)",
  "--mantine-color-default": "var(--pane)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--edge)",
  "--mantine-color-disabled": "transparent",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-filled": "var(--button)",
  "--mantine-primary-color-filled-hover": "var(--button)",
  "--mantine-primary-color-contrast": "var(--on-button)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: fromTokens, dark: fromTokens });
