<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  From camel-karaf's features file to a Karaf's features processing: plain Camel jars, wrapped, instead of the bundles
  that camel-karaf makes of the same jars. Only this build does so, to get by where the bundles can't be had.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="http://karaf.apache.org/xmlns/features/v1.6.0"
                xmlns="http://karaf.apache.org/xmlns/features-processing/v1.0.0"
                exclude-result-prefixes="f">

  <xsl:output indent="yes"/>

  <xsl:param name="camel"/>

  <xsl:variable name="group" select="'mvn:org.apache.camel.karaf/'"/>

  <xsl:template match="/f:features">
    <featuresProcessing>
      <bundleReplacements>
        <xsl:apply-templates select="f:feature[@name='camel-core' or @name='camel-http' or @name='camel-jackson']
            //f:bundle[starts-with(., $group)]"/>
      </bundleReplacements>
    </featuresProcessing>
  </xsl:template>

  <xsl:template match="f:bundle">
    <xsl:variable name="name" select="substring-before(substring-after(., $group), '/')"/>
    <xsl:choose>
      <!-- A real bundle. -->
      <xsl:when test="$name = 'camel-core-osgi'"/>
      <!-- camel-karaf has this jar within camel-xml-jaxp. It also stands in for what has no jar in Camel. -->
      <xsl:when test="$name = 'camel-directvm' or $name = 'camel-vm' or $name = 'camel-karaf-shell'">
        <xsl:call-template name="replacement">
          <xsl:with-param name="jar" select="'camel-xml-jaxp-util'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="replacement">
          <xsl:with-param name="jar" select="$name"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="replacement">
    <xsl:param name="jar"/>
    <bundle mode="maven" originalUri="{.}" replacement="{concat(
        'wrap:mvn:org.apache.camel/', $jar, '/', $camel,
        '$overwrite=merge&amp;Bundle-SymbolicName=', $jar,
        '&amp;Bundle-Version=', $camel,
        '&amp;Export-Package=org.apache.camel*;version=%22', $camel, '%22',
        '&amp;Import-Package=org.apache.camel.*;version=%22[4.14,4.15)%22,*;resolution:=optional')}"/>
  </xsl:template>
</xsl:stylesheet>
