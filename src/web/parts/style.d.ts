import "react";

declare module "react" {
  interface CSSProperties {
    "--side"?: string;
    "--share"?: string;
    "--much"?: string;
    "--depth"?: number;
    "--at"?: string;
    "--low"?: string;
    "--high"?: string;
    "--row"?: string;
    "--side-row"?: string;
    "--source-row"?: string;
  }
}
