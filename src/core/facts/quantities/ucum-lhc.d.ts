declare module '@lhncbc/ucum-lhc' {
  /** The part of the UCUM library that is used here; it ships no types. */
  export const UcumLhcUtils: {
    getInstance(): {
      convertUnitTo(
        from: string,
        value: number,
        to: string,
        options?: { molecularWeight?: number },
      ): { status: string; toVal: number | null };
      validateUnitString(code: string): { status: string };
    };
  };
}
